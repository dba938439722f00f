package io.joblens.agent.http;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/**
 * The users and tokens that open the door. What a client presents is compared in a time that does not depend on how near it
 * comes, nor on whether there is such a user. Immutable.
 */
public final class Credentials {
    public static final Credentials NONE =
            new Credentials(Collections.<String, String>emptyMap(), Collections.<String>emptyList());

    /** Cost, salt and hash of a password that nobody knows. */
    private static final String DECOY = "$2y$10$wQfQ4Zk0Yb9vN3cJr1sT8uGm5xEoPzLhAaDiKq7RfUeWyBnVtCj6O";

    private static final int COST_FROM = 4;
    private static final int COST_TO = 6;

    private final Map<String, String> users;
    private final List<byte[]> tokens = new ArrayList<byte[]>();
    private final String decoy;

    private Credentials(Map<String, String> users, Collection<String> tokens) {
        this.users = users;
        this.decoy = decoy(users.values());
        for (String token : tokens) {
            this.tokens.add(Digest.of(token.getBytes(Response.UTF_8)));
        }
    }

    /**
     * Any one of these opens the door.
     *
     * @param users names to bcrypt hashes, {@code $2a$}, {@code $2b$} or {@code $2y$}
     * @param tokens bearer tokens as clients send them
     */
    public static Credentials of(Map<String, String> users, Collection<String> tokens) {
        return new Credentials(new TreeMap<String, String>(users), tokens);
    }

    /** Whether the door is open for everybody. */
    public boolean isNone() {
        return users.isEmpty() && tokens.isEmpty();
    }

    boolean isToken(byte[] presented) {
        byte[] digest = Digest.of(presented);
        boolean found = false;
        for (byte[] token : tokens) {
            found |= MessageDigest.isEqual(token, digest);
        }
        return found;
    }

    /** Takes as long as the cost of the hash says, tens of milliseconds most often, for users there are none of too. */
    boolean isPassword(String user, byte[] password) {
        String hash = users.get(user);
        boolean matches = OpenBSDBCrypt.checkPassword(hash == null ? decoy : hash, password);
        return hash != null && matches;
    }

    /** The answer to a request without credentials, or with wrong ones. */
    Response refusal() {
        Response refusal = Response.text(401, "this endpoint answers only with credentials\n");
        if (!users.isEmpty()) {
            refusal = refusal.with("WWW-Authenticate", "Basic realm=\"joblens\", charset=\"UTF-8\"");
        }
        return tokens.isEmpty() ? refusal : refusal.with("WWW-Authenticate", "Bearer realm=\"joblens\"");
    }

    boolean hasUsers() {
        return !users.isEmpty();
    }

    /** Whether the same users with the same hashes, and the same tokens, open both. */
    boolean isSameAs(Credentials other) {
        if (!users.equals(other.users) || tokens.size() != other.tokens.size()) {
            return false;
        }
        for (int i = 0; i < tokens.size(); i++) {
            if (!MessageDigest.isEqual(tokens.get(i), other.tokens.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** As dear as the dearest hash. */
    private static String decoy(Collection<String> hashes) {
        String cost = "";
        for (String hash : hashes) {
            String its = hash.substring(COST_FROM, COST_TO);
            cost = its.compareTo(cost) > 0 ? its : cost;
        }
        return cost.isEmpty() ? DECOY : DECOY.substring(0, COST_FROM) + cost + DECOY.substring(COST_TO);
    }
}
