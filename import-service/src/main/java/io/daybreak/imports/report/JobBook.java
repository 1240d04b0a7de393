package io.daybreak.imports.report;

import java.util.Collection;
import java.util.List;

/**
 * Which report jobs of ours stand at NAVER, so that they are deleted although their run is long
 * over. Blocks.
 */
public interface JobBook {

  /** A book for runs that leave nothing behind. */
  JobBook NONE =
      new JobBook() {
        @Override
        public void ordered(Collection<Long> ids) {}

        @Override
        public void deleted(Collection<Long> ids) {}

        @Override
        public List<Long> leftOver(int most) {
          return List.of();
        }
      };

  /** These jobs were made for the run. */
  void ordered(Collection<Long> ids);

  /** These jobs do not stand any more. */
  void deleted(Collection<Long> ids);

  /** Jobs of the account whose run has ended, the oldest first. */
  List<Long> leftOver(int most);
}
