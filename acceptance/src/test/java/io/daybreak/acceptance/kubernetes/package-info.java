/**
 * Proofs about the manifests in k8s/: what a cluster would refuse, and what it would not notice.
 */
@NullMarked
package io.daybreak.acceptance.kubernetes;

import org.jspecify.annotations.NullMarked;
