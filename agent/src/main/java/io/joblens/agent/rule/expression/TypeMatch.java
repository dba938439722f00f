package io.joblens.agent.rule.expression;

/** Whether values are of a named type, which also is the name of any of their superclasses or interfaces. */
final class TypeMatch extends Match {
    private final ClassValue<Boolean> answers;

    TypeMatch(TypeName name) {
        this.answers = new ClassValue<Boolean>() {
            @Override
            protected Boolean computeValue(Class<?> type) {
                return isOf(type, name);
            }
        };
    }

    @Override
    boolean matches(Object value) {
        return value != null && answers.get(value.getClass());
    }

    private static boolean isOf(Class<?> type, TypeName name) {
        if (type == null) {
            return false;
        }
        if (name.matches(type.getName()) || isOf(type.getSuperclass(), name)) {
            return true;
        }
        for (Class<?> each : type.getInterfaces()) {
            if (isOf(each, name)) {
                return true;
            }
        }
        return false;
    }
}
