package io.joblens.agent.http;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the endpoint answers, by exact path. Filled before the endpoint starts, unchanged from then on. */
public final class Routes {
    private final Map<String, Route> byPath = new HashMap<String, Route>();
    private final Set<String> personal = new HashSet<String>();
    private final Map<String, Response> fixed = new HashMap<String, Response>();

    /** A path whose answer is made anew for every request, by a worker. */
    public Routes add(String path, Route route) {
        byPath.put(path, route);
        return this;
    }

    /** A path that always answers the same; it does so even while all workers are busy. */
    public Routes add(String path, Response always) {
        fixed.put(path, always);
        return this;
    }

    /** As {@link #add(String, Route)}, for what shows ids, errors or stacks: see {@link Request#maySeePersonal()}. */
    public Routes addPersonal(String path, Route route) {
        personal.add(path);
        return add(path, route);
    }

    /** Whether a path answers only to those who may see what is of single jobs. */
    boolean isPersonal(String path) {
        return personal.contains(path);
    }

    /** The route of a path, or {@code null}. */
    Route route(String path) {
        return byPath.get(path);
    }

    /** The fixed answer of a path, or {@code null}. */
    Response fixed(String path) {
        return fixed.get(path);
    }
}
