package io.joblens.agent.cli.sample;

/** A parameter of jobs; its property comes from a type above. */
public class Order extends Numbered {}
