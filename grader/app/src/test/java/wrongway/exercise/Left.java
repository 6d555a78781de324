package wrongway.exercise;

import wrongway.cli.Right;

/** Imports to the right. */
public record Left(Right right) {}
