package io.daybreak.uploads.fault;

/** One thing that is wrong, in both languages: where it is and what to do, no cell's content. */
public record UploadError(ErrorKind kind, String english, String korean) {}
