package io.joblens.agent.later;

import io.joblens.bootstrap.probe.Ending;
import io.joblens.bootstrap.probe.LaterValue;
import java.lang.reflect.Method;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;

/** Guava's future, which has listeners; the very object is returned. */
final class ListenableValue extends LaterValue {
    static final String TYPE = "com.google.common.util.concurrent.ListenableFuture";

    private static final Executor AT_ONCE = new Executor() {
        @Override
        public void execute(Runnable command) {
            command.run();
        }
    };

    private final Method addListener;

    ListenableValue(Class<?> type) throws NoSuchMethodException {
        addListener = type.getMethod("addListener", Runnable.class, Executor.class);
    }

    @Override
    protected boolean isCold() {
        return false;
    }

    @Override
    protected Object await(Object value, Ending ending) throws Exception {
        addListener.invoke(value, new Listener((Future<?>) value, ending), AT_ONCE);
        return value;
    }

    private static final class Listener implements Runnable {
        private final Future<?> future;
        private final Ending ending;

        Listener(Future<?> future, Ending ending) {
            this.future = future;
            this.ending = ending;
        }

        /** Called when the future is done: nothing waits here. */
        @Override
        public void run() {
            boolean interrupted = Thread.interrupted();
            try {
                ending.end(future.get(), null);
            } catch (ExecutionException failed) {
                ending.end(null, failed.getCause() == null ? failed : failed.getCause());
            } catch (CancellationException cancelled) {
                ending.end(null, cancelled);
            } catch (Throwable ofItsOwnMaking) {
                ending.end(null, ofItsOwnMaking);
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
