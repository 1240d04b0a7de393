package io.daybreak.simulators.s3;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The buckets with their objects and begun uploads; bodies are files, so memory stays small. */
public final class Buckets {

  private final Path folder;
  private final Clock clock;
  private final Map<String, TreeMap<String, S3Object>> buckets = new TreeMap<>();
  private final Map<String, Multipart> multiparts = new TreeMap<>();

  Buckets(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  public synchronized void create(String bucket) {
    buckets.computeIfAbsent(bucket, name -> new TreeMap<>());
  }

  /** Stores an object whole. */
  public S3Object put(
      String bucket, String key, Buffer body, String contentType, Map<String, String> metadata) {
    Multipart.Part part = store(body);
    S3Object object =
        new S3Object(
            List.of(part.file()),
            part.bytes(),
            part.eTag(),
            contentType,
            metadata,
            clock.instant());
    synchronized (this) {
      objects(bucket).put(key, object);
    }
    return object;
  }

  public synchronized Optional<S3Object> find(String bucket, String key) {
    return Optional.ofNullable(objects(bucket).get(key));
  }

  public synchronized void delete(String bucket, String key) {
    objects(bucket).remove(key);
  }

  /** Objects by key, those that begin so. */
  public synchronized Map<String, S3Object> list(String bucket, String prefix) {
    TreeMap<String, S3Object> found = new TreeMap<>(objects(bucket).tailMap(prefix));
    found.keySet().removeIf(key -> !key.startsWith(prefix));
    return found;
  }

  /** Keys of uploads that were begun and neither completed nor aborted, by upload id. */
  public synchronized Map<String, String> unfinished(String bucket, String prefix) {
    Map<String, String> keys = new TreeMap<>();
    multiparts.forEach(
        (id, upload) -> {
          if (upload.bucket().equals(bucket) && upload.key().startsWith(prefix)) {
            keys.put(id, upload.key());
          }
        });
    return keys;
  }

  synchronized String begin(
      String bucket, String key, String contentType, Map<String, String> metadata) {
    objects(bucket);
    String id = UUID.randomUUID().toString().replace("-", "");
    multiparts.put(id, new Multipart(bucket, key, contentType, metadata));
    return id;
  }

  String part(String id, int number, Buffer body) {
    multipart(id);
    Multipart.Part part = store(body);
    multipart(id).put(number, part);
    return part.eTag();
  }

  synchronized S3Object complete(String id, List<Multipart.Named> named) {
    Multipart upload = multipart(id);
    S3Object object = upload.complete(named, clock.instant());
    objects(upload.bucket()).put(upload.key(), object);
    multiparts.remove(id);
    return object;
  }

  synchronized void abort(String id) {
    multipart(id);
    multiparts.remove(id);
  }

  private synchronized Multipart multipart(String id) {
    Multipart upload = multiparts.get(id);
    if (upload == null) {
      throw S3Refusal.noSuchUpload();
    }
    return upload;
  }

  private TreeMap<String, S3Object> objects(String bucket) {
    TreeMap<String, S3Object> objects = buckets.get(bucket);
    if (objects == null) {
      throw new S3Refusal(404, "NoSuchBucket", "The specified bucket does not exist");
    }
    return objects;
  }

  private Multipart.Part store(Buffer body) {
    Path file = folder.resolve(UUID.randomUUID().toString());
    byte[] bytes = body.getBytes();
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Multipart.Part(file, bytes.length, Md5.digest().digest(bytes));
  }
}
