package io.daybreak.simulators.kernel;

import java.util.Map;

/**
 * What a simulator adds to the shared server: who calls, and what the real service would answer.
 * All methods are called on one event loop, so that a simulation needs no locks for its own state
 * unless it is also used from inside the process.
 */
public interface Simulation {

  /** Who calls, from the head alone; kept in the journal and matched by fault rules. */
  Map<String, String> identify(RequestHead head);

  /** The answer of the real service, authentication and limits included. */
  Answer answer(Call call);

  /** The answer the real service gives with a status, for fault rules that name only the status. */
  Answer.Whole refusal(int status);

  /** Control routes of this simulator's own, below {@code /_sim/}. */
  Routes control();
}
