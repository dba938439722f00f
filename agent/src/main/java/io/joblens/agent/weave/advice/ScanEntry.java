package io.joblens.agent.weave.advice;

import io.joblens.bootstrap.Joblens;
import net.bytebuddy.asm.Advice;

final class ScanEntry {
    private ScanEntry() {}

    @Advice.OnMethodEnter(suppress = Throwable.class)
    static long enter(@ProbeNumber int probe, @Advice.This(optional = true) Object receiver) {
        return Joblens.scan(probe, receiver);
    }
}
