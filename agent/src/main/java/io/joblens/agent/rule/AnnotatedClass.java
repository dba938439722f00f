package io.joblens.agent.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** What the annotations of one class say, as rules. What makes no sense is told, and switches off only itself. */
public final class AnnotatedClass {
    private static final String CONSTRUCTOR = "<init>";

    private final String className;
    private final List<String> problems;
    private final Map<MethodKey, List<Rule>> rules = new LinkedHashMap<MethodKey, List<Rule>>();
    private final List<GaugeRule> gauges = new ArrayList<GaugeRule>();
    private final boolean initializer;

    private AnnotatedClass(String className, boolean initializer, List<String> problems) {
        this.className = className;
        this.initializer = initializer;
        this.problems = problems;
    }

    /**
     * Reads a class.
     *
     * @param className as in source, for messages
     * @param problems receives a sentence for each thing that makes no sense
     */
    public static AnnotatedClass read(String className, byte[] classFile, List<String> problems) {
        return read(className, classFile, Vocabulary.OURS, problems);
    }

    /** Reads a class that may have annotations of the application's own which mean the same. */
    public static AnnotatedClass read(
            String className, byte[] classFile, Vocabulary vocabulary, List<String> problems) {
        AnnotationReader reader = AnnotationReader.read(classFile, vocabulary);
        AnnotatedClass read = new AnnotatedClass(className, reader.hasInitializer(), problems);
        for (Annotated method : reader.methods()) {
            read.addMethod(method);
        }
        for (Annotated field : reader.fields()) {
            read.addGauges(field, false);
        }
        return read;
    }

    /** The rules of each method that has some, the outermost first. */
    public Map<MethodKey, List<Rule>> rules() {
        return rules;
    }

    public List<GaugeRule> gauges() {
        return gauges;
    }

    /** Whether the class has a static initializer, annotated or not. */
    public boolean hasInitializer() {
        return initializer;
    }

    private void addMethod(Annotated method) {
        // The compiler copies annotations to bridges, which call the method that was meant.
        if (method.has(Opcodes.ACC_BRIDGE)) {
            return;
        }
        addGauges(method, true);
        Annotated.Annotation first = firstJobAnnotation(method);
        if (first == null) {
            tellOfUselessParameters(method);
            return;
        }
        String refusal = refusal(method);
        if (refusal != null) {
            problem(method, first.word + " " + refusal);
            return;
        }
        List<Rule> ofMethod = new MethodRules(className, method, problems).rules();
        if (!ofMethod.isEmpty()) {
            rules.put(new MethodKey(method.name, method.descriptor), ofMethod);
        }
    }

    private static Annotated.Annotation firstJobAnnotation(Annotated method) {
        for (Annotated.Annotation annotation : method.annotations) {
            if (annotation.word.isForMethods()) {
                return annotation;
            }
        }
        return null;
    }

    private static String refusal(Annotated method) {
        if (method.name.equals(CONSTRUCTOR)) {
            return "stands on a constructor, which cannot be a job; put it on a method";
        }
        if (method.has(Opcodes.ACC_ABSTRACT)) {
            return "stands on an abstract method, which has no code; put it on the methods that implement it";
        }
        if (method.has(Opcodes.ACC_NATIVE)) {
            return "stands on a native method, which has no bytecode; put it on the method that calls it";
        }
        return null;
    }

    private void tellOfUselessParameters(Annotated method) {
        for (List<Annotated.Annotation> ofOne : method.ofParameters.values()) {
            if (!ofOne.isEmpty()) {
                problem(
                        method,
                        ofOne.get(0).word + " has no effect, because the method itself has no annotation of a job");
                return;
            }
        }
    }

    private void addGauges(Annotated member, boolean isMethod) {
        for (Annotated.Annotation annotation : member.annotations) {
            if (!annotation.word.isForGauges()) {
                continue;
            }
            String refusal = isMethod ? gaugeRefusal(member) : null;
            if (refusal != null) {
                problem(member, annotation.word + " " + refusal);
            } else {
                gauges.add(gauge(annotation.word, member, isMethod));
            }
        }
    }

    private static GaugeRule gauge(Word word, Annotated member, boolean isMethod) {
        boolean queue = word == Word.QUEUE_LENGTH;
        return new GaugeRule(
                queue ? "queue_length" : "failed_jobs_dlq",
                queue ? "Current queue length" : "Current number of failed jobs in DLQ",
                member.name,
                isMethod,
                member.has(Opcodes.ACC_STATIC));
    }

    private static String gaugeRefusal(Annotated method) {
        if (method.name.equals(CONSTRUCTOR)) {
            return "stands on a constructor; put it on a field or a method without parameters";
        }
        if (Type.getArgumentTypes(method.descriptor).length > 0) {
            return "stands on a method with parameters; a gauge is read without any";
        }
        if (Type.getReturnType(method.descriptor).equals(Type.VOID_TYPE)) {
            return "stands on a method that returns nothing; it has to return a number, a collection, a map or an array";
        }
        return method.has(Opcodes.ACC_ABSTRACT)
                ? "stands on an abstract method; put it on the methods that implement it"
                : null;
    }

    private void problem(Annotated member, String sentence) {
        problems.add(className + "." + member.name + ": " + sentence);
    }
}
