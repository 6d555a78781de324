package wrongway.cli;

public record Right() {}
