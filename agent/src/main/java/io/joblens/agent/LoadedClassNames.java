package io.joblens.agent;

import io.joblens.agent.weave.NearMisses;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The classes of the application that are loaded, as the JVM knows them: nobody else remembers their names. */
final class LoadedClassNames implements NearMisses.Classes {
    private final Instrumentation instrumentation;

    LoadedClassNames(Instrumentation instrumentation) {
        this.instrumentation = instrumentation;
    }

    @Override
    public Collection<String> names() {
        List<String> names = new ArrayList<String>();
        ClassLoader own = LoadedClassNames.class.getClassLoader();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            ClassLoader loader = type.getClassLoader();
            if (loader != null && loader != own && loader != own.getParent() && !type.isArray()) {
                names.add(type.getName());
            }
        }
        return names;
    }
}
