package io.joblens.agent.http;

/** Decides who answers a request: nobody, because it is refused; a fixed response; or a route. Immutable. */
final class Dispatch {
    private static final String PERSONAL =
            "this shows ids, errors or stacks of jobs, and is answered only where http.host is a loopback address such as"
                    + " 127.0.0.1; /metrics and /api/metrics are answered here\n";

    private final Routes routes;
    private final HostCheck hosts;

    Dispatch(Routes routes, HostCheck hosts) {
        this.routes = routes;
        this.hosts = hosts;
    }

    /** The response that is known without asking anybody, or {@code null} when {@link #route} has to be asked. */
    Response ready(Request request) {
        if (!hosts.allows(request.authority())) {
            return Response.text(403, "this endpoint answers to localhost only, not to the host of this request\n");
        }
        if (!request.isRead()) {
            return Response.text(405, "only GET and HEAD are answered\n").with("Allow", "GET, HEAD");
        }
        if (request.hasBody()) {
            return Response.text(413, "requests have no body here\n");
        }
        if (!hosts.isLoopback() && routes.isPersonal(request.path())) {
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
