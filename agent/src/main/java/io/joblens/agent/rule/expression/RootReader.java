package io.joblens.agent.rule.expression;

import io.joblens.bootstrap.probe.ValueReader;

/** Reads what a call hands over, each without a step. */
enum RootReader implements ValueReader {
    RETURN {
        @Override
        public Object read(Object returned, Throwable thrown, Object a, Object b, Object c, Object[] many) {
            return returned;
        }
    },
    THROWN {
        @Override
        public Object read(Object returned, Throwable thrown, Object a, Object b, Object c, Object[] many) {
            return thrown;
        }
    },
    A {
        @Override
        public Object read(Object returned, Throwable thrown, Object a, Object b, Object c, Object[] many) {
            return a;
        }
    },
    B {
        @Override
        public Object read(Object returned, Throwable thrown, Object a, Object b, Object c, Object[] many) {
            return b;
        }
    },
    C {
        @Override
        public Object read(Object returned, Throwable thrown, Object a, Object b, Object c, Object[] many) {
            return c;
        }
    };

    /** So many slots stand by themselves; more of them stand in an array. */
    static final int SINGLE = 3;

    static RootReader single(int slot) {
        return slot == 0 ? A : slot == 1 ? B : C;
    }

    static final class Many implements ValueReader {
        private final int slot;

        Many(int slot) {
            this.slot = slot;
        }

        @Override
        public Object read(Object returned, Throwable thrown, Object a, Object b, Object c, Object[] many) {
            return many[slot];
        }
    }
}
