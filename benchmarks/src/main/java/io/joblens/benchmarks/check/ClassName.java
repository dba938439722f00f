package io.joblens.benchmarks.check;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Where the name of a class stands in its file.
 *
 * <p>Source: The Java Virtual Machine Specification, sections 4.1 and 4.4.
 *
 * @param text with slashes
 * @param at where its bytes begin
 * @param length in bytes
 */
record ClassName(String text, int at, int length) {
    static ClassName in(byte[] classFile) {
        ByteBuffer file = ByteBuffer.wrap(classFile);
        int count = Short.toUnsignedInt(file.getShort(8));
        int[] entries = new int[count];
        int at = 10;
        for (int i = 1; i < count; i++) {
            entries[i] = at;
            byte tag = file.get(at);
            at += size(tag, file, at);
            // A long or double takes two numbers.
            i += tag == 5 || tag == 6 ? 1 : 0;
        }
        int thisClass = Short.toUnsignedInt(file.getShort(at + 2));
        int name = entries[Short.toUnsignedInt(file.getShort(entries[thisClass] + 1))];
        int length = Short.toUnsignedInt(file.getShort(name + 1));
        return new ClassName(new String(classFile, name + 3, length, StandardCharsets.UTF_8), name + 3, length);
    }

    private static int size(byte tag, ByteBuffer file, int at) {
        return switch (tag) {
            case 1 -> 3 + Short.toUnsignedInt(file.getShort(at + 1));
            case 7, 8, 16, 19, 20 -> 3;
            case 15 -> 4;
            case 5, 6 -> 9;
            default -> 5;
        };
    }
}
