package io.daybreak.kit.doctor;

/**
 * A check and what it came to.
 *
 * @param milliseconds that the look took
 */
public record Diagnosis(
    String check, Result.Verdict verdict, String english, String korean, long milliseconds) {}
