package io.joblens.agent.config;

/**
 * What the agent tells other processes of the same user: system properties of the application's JVM, which the JDK's attach
 * API can read. They share the prefix of the options and are none.
 */
public enum Announcement {
    /** Where the endpoint is, or {@value #NO_URL}; there as soon as that is known. */
    URL("url"),
    /** Which classes were woven after they had been loaded, separated by commas; there as soon as that is done. */
    WOVEN("woven"),
    /**
     * What came of the latest attach to a JVM that had the agent: a number that grows, then {@value #DONE} or {@value #REFUSED},
     * then sentences, each on a line of its own.
     */
    ANSWER("answer");

    public static final String NO_URL = "none";
    public static final String DONE = "done";
    public static final String REFUSED = "refused";

    private final String property;

    Announcement(String name) {
        this.property = Option.PROPERTY_PREFIX + name;
    }

    public String property() {
        return property;
    }

    /** Says it; where a security manager forbids that, it remains unsaid. */
    public void say(String value) {
        try {
            System.setProperty(property, value);
        } catch (SecurityException denied) {
            // The agent works without being found.
        }
    }

    static boolean isProperty(String name) {
        for (Announcement announcement : values()) {
            if (announcement.property.equals(name)) return true;
        }
        return false;
    }
}
