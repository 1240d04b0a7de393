package io.daybreak.orders.csvimport;

/** The file as a whole cannot be read; the message is a sentence for the merchant. */
class CsvUnusableException extends RuntimeException {

  CsvUnusableException(String sentence) {
    super(sentence);
  }
}
