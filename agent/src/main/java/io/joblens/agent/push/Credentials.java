package io.joblens.agent.push;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Paths;
import java.util.Base64;

/** A user and a password, or the file it stands in. Immutable; nothing here says the password. */
public final class Credentials {
    private final String user;
    private final String password;
    private final String file;

    private Credentials(String user, String password, String file) {
        this.user = user;
        this.password = password;
        this.file = file;
    }

    public static Credentials of(String user, String password) {
        return new Credentials(user, password, null);
    }

    /** With the password in a file, which is read each time; a line break at its end is none of it. */
    public static Credentials inFile(String user, String file) {
        return new Credentials(user, null, file);
    }

    /** The value of the header {@code Authorization}. Source: RFC 7617. */
    String header() throws Undelivered {
        byte[] pair = (user + ':' + password()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private String password() throws Undelivered {
        if (file == null) {
            return password;
        }
        try {
            String text = new String(Files.readAllBytes(Paths.get(file)), StandardCharsets.UTF_8);
            int end = text.length();
            while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
                end--;
            }
            return text.substring(0, end);
        } catch (IOException e) {
            throw unreadable();
        } catch (InvalidPathException e) {
            throw unreadable();
        }
    }

    private Undelivered unreadable() {
        return new Undelivered("the metrics were not pushed: push.password-file " + file
                + " cannot be read; it takes a file with nothing but the password");
    }
}
