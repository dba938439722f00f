package io.joblens.bootstrap.metrics;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The live instances of a class, held weakly and told apart by identity. Bounded. Thread-safe. */
public final class Instances {
    private static final int MOST = 10_000;

    private final Set<Ref> refs = new HashSet<Ref>();
    private final ReferenceQueue<Object> collected = new ReferenceQueue<Object>();
    private boolean closed;

    /** Adds an instance; a second time without effect, and without effect when there are too many, or it is closed. */
    public synchronized void add(Object instance) {
        dropCollected();
        if (refs.size() < MOST && !closed) {
            refs.add(new Ref(instance, collected));
        }
    }

    /** Nobody asks any more: it holds nothing, and takes nothing. */
    public synchronized void close() {
        closed = true;
        refs.clear();
    }

    /** The instances that are alive now. */
    public synchronized List<Object> live() {
        dropCollected();
        List<Object> live = new ArrayList<Object>(refs.size());
        for (Ref ref : refs) {
            Object instance = ref.get();
            if (instance != null) {
                live.add(instance);
            }
        }
        return live;
    }

    private void dropCollected() {
        for (Reference<?> ref = collected.poll(); ref != null; ref = collected.poll()) {
            refs.remove(ref);
        }
    }

    private static final class Ref extends WeakReference<Object> {
        private final int hash;

        Ref(Object instance, ReferenceQueue<Object> collected) {
            super(instance, collected);
            this.hash = System.identityHashCode(instance);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            if (this == other) {
                return true;
            }
            Object mine = get();
            return mine != null && other instanceof Ref && ((Ref) other).get() == mine;
        }
    }
}
