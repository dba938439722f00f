package io.joblens.agent.later;

import io.joblens.bootstrap.probe.Ending;
import java.util.concurrent.CancellationException;

/** What a description of work tells while somebody has it done. */
enum Signal {
    SUBSCRIBED {
        @Override
        void tell(Ending ending, Object what) {
            ending.begin();
        }
    },
    /** It is complete; with a value, or with {@code null}. */
    COMPLETE {
        @Override
        void tell(Ending ending, Object what) {
            ending.end(what, null);
        }
    },
    FAILED {
        @Override
        void tell(Ending ending, Object what) {
            ending.end(null, (Throwable) what);
        }
    },
    CANCELLED {
        @Override
        void tell(Ending ending, Object what) {
            ending.end(null, new CancellationException());
        }
    };

    abstract void tell(Ending ending, Object what);
}
