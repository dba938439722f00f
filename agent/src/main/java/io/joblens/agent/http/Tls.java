package io.joblens.agent.http;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/** How connections are encrypted. Immutable. */
public final class Tls {
    private final SSLContext context;
    private final SSLParameters parameters;
    private final boolean verifies;

    private Tls(SSLContext context, SSLParameters parameters, boolean verifies) {
        this.context = context;
        this.parameters = parameters;
        this.verifies = verifies;
    }

    /**
     * Encrypts by this context.
     *
     * @param parameters what is asked of clients; not to be changed any more
     * @param verifies whether the context accepts only certificates of clients that it has verified
     */
    public static Tls of(SSLContext context, SSLParameters parameters, boolean verifies) {
        return new Tls(context, parameters, verifies);
    }

    SSLEngine engine() {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        engine.setSSLParameters(parameters);
        return engine;
    }

    boolean verifies() {
        return verifies;
    }
}
