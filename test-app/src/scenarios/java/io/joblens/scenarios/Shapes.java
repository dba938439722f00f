package io.joblens.scenarios;

import io.joblens.api.JobComplete;
import io.joblens.api.JobField;
import io.joblens.api.JobId;
import io.joblens.api.JobStart;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;

/** Every kind of method that can be a job. */
final class Shapes {
    private Shapes() {}

    static void run() {
        Shapes shapes = new Shapes();
        staticMethod(1);
        shapes.privateMethod(1);
        shapes.overloaded("one");
        shapes.overloaded(1);
        Handler<String> generic = new Generic();
        generic.handle("g");
        new WithDefault() {}.defaultMethod(1);
        WithDefault.staticInInterface(1);
        Consumer<String> reference = Shapes::referenced;
        reference.accept("m");
        Function<Integer, Integer> lambda = shapes.made();
        System.out.println("lambda " + lambda.apply(1));
        new Parent().overridden(1);
        new Child().overridden(2);
        new Child().inherited(3);
        shapes.new Inner().work(1);
        new Object() {
            @JobStart("anonymous")
            @JobComplete("anonymous")
            void work(@JobId int id) {
                System.out.println("anonymous " + id);
            }
        }.work(1);
        Constant.SPECIAL.work(1);
        shapes.synchronizedMethod(1);
        System.out.println(varargs("v", "a", "b"));
        System.out.println(slots(1L, 2.0, (byte) 3, 4L, 'c', 5.5f));
        System.out.println(wide(1, 2, 3, 4, 5, 6));
    }

    @JobStart("static")
    @JobComplete("static")
    static void staticMethod(@JobId int id) {
        System.out.println("static " + id);
    }

    @JobStart("private")
    @JobComplete("private")
    private void privateMethod(@JobId int id) {
        System.out.println("private " + id);
    }

    @JobStart("overloaded")
    @JobComplete("overloaded")
    void overloaded(@JobId String id) {
        System.out.println("overloaded, a job " + id);
    }

    void overloaded(int id) {
        System.out.println("overloaded, no job " + id);
    }

    @JobStart("referenced")
    @JobComplete("referenced")
    private static void referenced(@JobId String id) {
        System.out.println("referenced " + id);
    }

    private Function<Integer, Integer> made() {
        return id -> insideLambda(id) + 1;
    }

    @JobStart("inside-lambda")
    @JobComplete("inside-lambda")
    private Integer insideLambda(@JobId Integer id) {
        return id;
    }

    @JobStart("synchronized")
    @JobComplete("synchronized")
    synchronized void synchronizedMethod(@JobId int id) {
        System.out.println("synchronized " + id + " " + Thread.holdsLock(this));
    }

    @JobStart("varargs")
    @JobComplete("varargs")
    private static String varargs(@JobId String id, @JobField(value = "names", path = "length") String... names) {
        return id + Arrays.toString(names);
    }

    @JobStart("slots")
    @JobComplete("slots")
    private static double slots(
            long first,
            @JobField("second") double second,
            byte third,
            @JobId long fourth,
            @JobField("fifth") char fifth,
            float sixth) {
        return first + second + third + fourth + fifth + sixth;
    }

    @JobStart("wide")
    @JobComplete("wide")
    private static int wide(
            @JobId int a,
            @JobField("b") int b,
            @JobField("c") long c,
            @JobField("d") int d,
            @JobField("e") double e,
            @JobField("f") int f) {
        return (int) (a + b + c + d + e + f);
    }

    interface Handler<T> {
        void handle(T value);
    }

    static final class Generic implements Handler<String> {
        @Override
        @JobStart("generic")
        @JobComplete("generic")
        public void handle(@JobId String value) {
            System.out.println("generic " + value);
        }
    }

    interface WithDefault {
        @JobStart("default")
        @JobComplete("default")
        default void defaultMethod(@JobId int id) {
            System.out.println("default " + id);
        }

        @JobStart("static-in-interface")
        @JobComplete("static-in-interface")
        static void staticInInterface(@JobId int id) {
            System.out.println("static in interface " + id);
        }
    }

    static class Parent {
        @JobStart("parent")
        @JobComplete("parent")
        void overridden(@JobId int id) {
            System.out.println("parent " + id);
        }

        @JobStart("inherited")
        @JobComplete("inherited")
        void inherited(@JobId int id) {
            System.out.println("inherited " + id);
        }
    }

    static final class Child extends Parent {
        @Override
        @JobStart("child")
        @JobComplete("child")
        void overridden(@JobId int id) {
            System.out.println("child " + id);
            super.overridden(id);
        }
    }

    final class Inner {
        @JobStart("inner-class")
        @JobComplete("inner-class")
        void work(@JobId int id) {
            System.out.println("inner class " + id);
        }
    }

    enum Constant {
        SPECIAL {
            @Override
            @JobStart("enum-constant")
            @JobComplete("enum-constant")
            void work(@JobId int id) {
                System.out.println("enum constant " + id);
            }
        };

        abstract void work(int id);
    }
}
