package io.daybreak.imports.naver;

import java.io.IOException;
import java.io.InputStream;

/** Makes something of an answer's body while it arrives. */
@FunctionalInterface
public interface BodyReader<T> {

  T read(InputStream body) throws IOException;
}
