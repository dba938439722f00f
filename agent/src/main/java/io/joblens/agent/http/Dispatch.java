package io.joblens.agent.http;

/** Decides who answers a request: nobody, because it is refused; a fixed response; or a route. Immutable. */
final class Dispatch {
    private static final String HEALTHY = "/-/healthy";
    private static final String PERSONAL =
            "this shows ids, errors or stacks of jobs; beyond this machine it is answered only with"
                    + " credentials: set http.token-file, or basic_auth_users in the file that http.web-config names;"
                    + " /metrics and /api/metrics are answered here\n";

    private final Routes routes;
    private final HostCheck hosts;

    Dispatch(Routes routes, HostCheck hosts) {
        this.routes = routes;
        this.hosts = hosts;
    }

    /** Why nobody gets an answer to this, or {@code null}. */
    Response refusal(Request request) {
        if (!hosts.allows(request.authority())) {
            return Response.text(403, "this endpoint answers to localhost only, not to the host of this request\n");
        }
        if (!request.isRead()) {
            return Response.text(405, "only GET and HEAD are answered\n").with("Allow", "GET, HEAD");
        }
        if (request.hasBody()) {
            return Response.text(413, "requests have no body here\n");
        }
        return null;
    }

    /** Whether it is answered without credentials, wherever they are asked for: probes of orchestrators have none. */
    boolean isForEverybody(Request request) {
        return request.path().equals(HEALTHY);
    }

    /** Whether who asks is on this machine. */
    boolean isLocal() {
        return hosts.isLoopback();
    }

    /** The response that is known without asking anybody, or {@code null} when {@link #route} has to be asked. */
    Response ready(Request request) {
        if (routes.isPersonal(request.path()) && !request.maySeePersonal()) {
            return Response.text(403, PERSONAL);
        }
        Response fixed = routes.fixed(request.path());
        if (fixed != null || route(request) != null) {
            return fixed;
        }
        return Response.text(404, "nothing is served at this path\n");
    }

    Route route(Request request) {
        return routes.route(request.path());
    }
}
