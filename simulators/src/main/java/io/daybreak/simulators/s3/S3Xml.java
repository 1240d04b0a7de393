package io.daybreak.simulators.s3;

import io.daybreak.simulators.kernel.Answer;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** S3's XML, written and read. */
final class S3Xml {

  private static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

  private S3Xml() {}

  static Answer.Whole error(S3Refusal refusal) {
    return xml(
        refusal.status(),
        "<Error><Code>%s</Code><Message>%s</Message><RequestId>local</RequestId></Error>"
            .formatted(refusal.code(), escaped(refusal.getMessage())));
  }

  static Answer.Whole begun(String bucket, String key, String id) {
    return xml(
        200,
        """
        <InitiateMultipartUploadResult xmlns="%s"><Bucket>%s</Bucket><Key>%s</Key>\
        <UploadId>%s</UploadId></InitiateMultipartUploadResult>"""
            .formatted(NAMESPACE, bucket, escaped(key), id));
  }

  static Answer.Whole completed(String bucket, String key, String eTag) {
    return xml(
        200,
        """
        <CompleteMultipartUploadResult xmlns="%s"><Bucket>%s</Bucket><Key>%s</Key>\
        <ETag>&quot;%s&quot;</ETag></CompleteMultipartUploadResult>"""
            .formatted(NAMESPACE, bucket, escaped(key), eTag));
  }

  static Answer.Whole objects(String bucket, String prefix, Map<String, S3Object> objects) {
    StringBuilder contents = new StringBuilder();
    objects.forEach(
        (key, object) ->
            contents.append(
                """
                <Contents><Key>%s</Key><LastModified>%s</LastModified>\
                <ETag>&quot;%s&quot;</ETag><Size>%d</Size></Contents>"""
                    .formatted(escaped(key), object.modifiedAt(), object.eTag(), object.bytes())));
    return xml(
        200,
        """
        <ListBucketResult xmlns="%s"><Name>%s</Name><Prefix>%s</Prefix><KeyCount>%d</KeyCount>\
        <MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated>%s</ListBucketResult>"""
            .formatted(NAMESPACE, bucket, escaped(prefix), objects.size(), contents));
  }

  static Answer.Whole uploads(String bucket, Map<String, String> uploads) {
    StringBuilder list = new StringBuilder();
    uploads.forEach(
        (id, key) ->
            list.append(
                "<Upload><Key>%s</Key><UploadId>%s</UploadId></Upload>"
                    .formatted(escaped(key), id)));
    return xml(
        200,
        """
        <ListMultipartUploadsResult xmlns="%s"><Bucket>%s</Bucket><IsTruncated>false</IsTruncated>\
        %s</ListMultipartUploadsResult>"""
            .formatted(NAMESPACE, bucket, list));
  }

  /** The parts that a completion names. */
  static List<Multipart.Named> parts(Buffer body) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Element root =
          factory
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(body.getBytes()))
              .getDocumentElement();
      NodeList parts = root.getElementsByTagName("Part");
      List<Multipart.Named> named = new ArrayList<>();
      for (int i = 0; i < parts.getLength(); i++) {
        Element part = (Element) parts.item(i);
        named.add(
            new Multipart.Named(
                Integer.parseInt(text(part, "PartNumber")), text(part, "ETag").replace("\"", "")));
      }
      return named;
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new S3Refusal(400, "MalformedXML", "The XML you provided was not well-formed");
    }
  }

  private static String text(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    if (found.getLength() != 1) {
      throw new S3Refusal(400, "MalformedXML", "A part has one number and one tag");
    }
    return found.item(0).getTextContent();
  }

  private static Answer.Whole xml(int status, String body) {
    return Answer.text(
        status, "application/xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + body);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
