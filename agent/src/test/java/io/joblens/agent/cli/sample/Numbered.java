package io.joblens.agent.cli.sample;

public class Numbered {
    public String getNumber() {
        return "1";
    }
}
