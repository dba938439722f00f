package io.joblens.agent.rule;

import net.bytebuddy.jar.asm.Type;

/** How methods are written for people: {@code com.acme.Encoder.encode(String, int)}. */
public final class Signature {
    private Signature() {}

    /** @param descriptor of a method; of a field, which has nothing to add to its name, {@code null} */
    public static String of(String className, String member, String descriptor) {
        StringBuilder text = new StringBuilder(className).append('.').append(member);
        if (descriptor == null) {
            return text.toString();
        }
        text.append('(');
        String separator = "";
        for (Type parameter : Type.getArgumentTypes(descriptor)) {
            String name = parameter.getClassName();
            int simple = Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1;
            text.append(separator).append(name.substring(simple));
            separator = ", ";
        }
        return text.append(')').toString();
    }
}
