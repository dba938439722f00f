package io.joblens.agent.http;

/** Answers the requests to one path. Called on the threads of the endpoint, by several at once. */
public interface Route {
    /**
     * The answer to a GET; for a HEAD the endpoint leaves the body out.
     *
     * @throws Exception what went wrong; the client is told no more than that something did
     */
    Response answer(Request request) throws Exception;
}
