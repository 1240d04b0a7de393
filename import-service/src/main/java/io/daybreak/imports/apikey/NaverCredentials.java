package io.daybreak.imports.apikey;

/**
 * What signs a call to NAVER. Held only while a call is made; never logged.
 *
 * @param accessLicence value of the header X-API-KEY
 * @param secretKey the HMAC key, as text
 */
public record NaverCredentials(String accessLicence, String secretKey) {

  @Override
  public String toString() {
    return "NaverCredentials[hidden]";
  }
}
