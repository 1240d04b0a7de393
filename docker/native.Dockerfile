# One image per service: it serves without arguments, and runs one of its commands with them.
#
#   mvn package -Dnative
#   docker build -f docker/native.Dockerfile --build-arg BASE=… --build-arg SERVICE=import-service -t daybreak/import-service:1.0.0 .
#
# BASE: Quarkus' micro image (ubi9-quarkus-micro-image), or any with glibc, libgcc and zlib. It needs no shell.
ARG BASE
FROM ${BASE}
ARG SERVICE
ARG VERSION=1.0.0
ARG REVISION=unknown
ARG CREATED=unknown
ARG BASE
LABEL org.opencontainers.image.title="Daybreak ${SERVICE}" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.created="${CREATED}" \
      org.opencontainers.image.base.name="${BASE}"
# What is inside, as CycloneDX.
COPY --chown=0:0 --chmod=444 ${SERVICE}/target/bom.json /daybreak-bom.json
COPY --chown=0:0 --chmod=555 ${SERVICE}/target/${SERVICE}-*-runner /daybreak/service
WORKDIR /daybreak
USER 65534:65534
# By itself the runtime would take most of the container's memory as its heap.
ENTRYPOINT ["/daybreak/service", "-Xmx128m", "-XX:+ExitOnOutOfMemoryError"]
