package io.joblens.agent.rule.expression;

/** The name of a type as people write it: {@code Inner}, {@code Outer.Inner} or with its package. */
final class TypeName {
    private final String text;

    TypeName(String text) {
        this.text = text;
    }

    /**
     * Whether a type with this binary name is meant, such as {@code com.acme.Outer$Inner}. Compares from the end and
     * allocates nothing, since it may run with every call.
     */
    boolean matches(String binaryName) {
        int offset = binaryName.length() - text.length();
        if (offset < 0 || (offset > 0 && !isSeparator(binaryName.charAt(offset - 1)))) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char wanted = text.charAt(i);
            char found = binaryName.charAt(offset + i);
            if (wanted != found && !(isSeparator(wanted) && isSeparator(found))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSeparator(char character) {
        return character == '.' || character == '$';
    }

    @Override
    public String toString() {
        return text;
    }
}
