package io.joblens.agent.cli;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import net.bytebuddy.agent.ByteBuddyAgent.AttachmentProvider;
import net.bytebuddy.agent.ByteBuddyAgent.ProcessProvider;

/**
 * The JDK's attach API, by reflection: it is in {@code tools.jar} of Java 8, in a module later, and missing from a JRE. What
 * it throws is passed on as it is.
 */
final class AttachApi {
    private static final AttachmentProvider ANYWHERE = new AttachmentProvider.Compound(
            AttachmentProvider.ForModularizedVm.INSTANCE,
            AttachmentProvider.ForJ9Vm.INSTANCE,
            AttachmentProvider.ForStandardToolsJarVm.JVM_ROOT,
            AttachmentProvider.ForStandardToolsJarVm.JDK_ROOT,
            AttachmentProvider.ForStandardToolsJarVm.MACINTOSH);

    private final Class<?> virtualMachine;

    private AttachApi(Class<?> virtualMachine) {
        this.virtualMachine = virtualMachine;
    }

    /** @throws Failure when this Java has none */
    static AttachApi find() {
        AttachmentProvider.Accessor found = ANYWHERE.attempt();
        if (!found.isAvailable()) {
            throw Failure.of("this Java (" + System.getProperty("java.home")
                    + ") has no attach API; run this with the java of a JDK, or one with the module jdk.attach");
        }
        return new AttachApi(found.getVirtualMachineType());
    }

    /** The JVMs of this machine that show themselves to this user, without this one. */
    List<RunningJvm> jvms() {
        String own = ProcessProvider.ForCurrentVm.INSTANCE.resolve();
        List<RunningJvm> jvms = new ArrayList<RunningJvm>();
        try {
            Class<?> descriptor = Class.forName(
                    "com.sun.tools.attach.VirtualMachineDescriptor", false, virtualMachine.getClassLoader());
            for (Object found : (List<?>) virtualMachine.getMethod("list").invoke(null)) {
                String pid = (String) descriptor.getMethod("id").invoke(found);
                String command = (String) descriptor.getMethod("displayName").invoke(found);
                if (!pid.equals(own)) {
                    jvms.add(new RunningJvm(pid, command));
                }
            }
        } catch (ReflectiveOperationException e) {
            throw Failure.of("the JVMs of this machine cannot be listed: " + e);
        }
        return jvms;
    }

    /** Connects to a JVM. */
    Connection connect(String pid) throws Exception {
        return new Connection(call(null, "attach", pid));
    }

    /** A JVM that can be asked and told; to be closed. */
    final class Connection implements AutoCloseable {
        private final Object machine;

        private Connection(Object machine) {
            this.machine = machine;
        }

        /** Its system properties. */
        Properties properties() throws Exception {
            return (Properties) call(machine, "getSystemProperties");
        }

        /** Loads an agent, and returns when its {@code agentmain} has. */
        void load(String jar, String arguments) throws Exception {
            call(machine, "loadAgent", jar, arguments);
        }

        @Override
        public void close() throws IOException {
            try {
                call(machine, "detach");
            } catch (IOException gone) {
                throw gone;
            } catch (Exception e) {
                throw new IOException(e);
            }
        }
    }

    private Object call(Object machine, String method, Object... strings) throws Exception {
        Class<?>[] types = new Class<?>[strings.length];
        java.util.Arrays.fill(types, String.class);
        try {
            return virtualMachine.getMethod(method, types).invoke(machine, strings);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception ? (Exception) e.getCause() : e;
        }
    }
}
