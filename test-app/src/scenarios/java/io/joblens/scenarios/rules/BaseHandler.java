package io.joblens.scenarios.rules;

abstract class BaseHandler implements Handler {}
