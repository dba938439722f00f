package io.joblens.agent.later;

import io.joblens.bootstrap.probe.Ending;
import io.joblens.bootstrap.probe.LaterValue;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * A description of work, by one class of a library. Nobody subscribes to it here: the method returns one of the same type that
 * tells of each subscription, and the library asks for no more than it would without.
 */
final class ColdValue extends LaterValue {
    private final Method[] listen;
    private final Signal[] signals;

    /** @param type the library's public class, of which the value is or which it extends */
    ColdValue(Class<?> type, ColdType cold) throws NoSuchMethodException {
        signals = cold.signals;
        listen = new Method[cold.methods.length];
        for (int i = 0; i < listen.length; i++) {
            listen[i] = listenMethod(type, cold.methods[i]);
        }
    }

    @Override
    protected boolean isCold() {
        return true;
    }

    @Override
    protected Object await(Object value, Ending ending) throws Exception {
        Object listened = value;
        for (int i = 0; i < listen.length; i++) {
            Class<?> listener = listen[i].getParameterTypes()[0];
            listened = listen[i].invoke(
                    listened,
                    Proxy.newProxyInstance(
                            listener.getClassLoader(), new Class<?>[] {listener}, new Listener(signals[i], ending)));
        }
        return listened;
    }

    private static Method listenMethod(Class<?> type, String name) throws NoSuchMethodException {
        for (Method method : type.getMethods()) {
            if (method.getName().equals(name)
                    && method.getParameterCount() == 1
                    && method.getParameterTypes()[0].isInterface()) {
                return method;
            }
        }
        throw new NoSuchMethodException(type.getName() + "." + name);
    }

    private static final class Listener implements InvocationHandler {
        private final Signal signal;
        private final Ending ending;

        Listener(Signal signal, Ending ending) {
            this.signal = signal;
            this.ending = ending;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) {
            if (method.getDeclaringClass() == Object.class) {
                return ofObject(proxy, method, arguments);
            }
            signal.tell(ending, arguments == null ? null : arguments[0]);
            return null;
        }

        private Object ofObject(Object proxy, Method method, Object[] arguments) {
            switch (method.getName()) {
                case "equals":
                    return proxy == arguments[0];
                case "hashCode":
                    return System.identityHashCode(proxy);
                default:
                    return "joblens, told when " + signal;
            }
        }
    }
}
