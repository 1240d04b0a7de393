package io.daybreak.acceptance.house;

import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.StaticJavaParser;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Every setting of the product: what its {@code @ConfigMapping} interfaces declare. */
final class Settings {

  static {
    StaticJavaParser.getParserConfiguration()
        .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17);
  }

  private Settings() {}

  /**
   * One setting.
   *
   * @param key its whole name
   * @param fallback what holds where nothing is set, empty for none
   * @param meaning its Javadoc on one line
   */
  record Setting(String module, String key, Optional<String> fallback, String meaning) {}

  /** The settings that a module declares, in the order of its files. */
  static List<Setting> of(String module) {
    return Sources.java(module, "main").stream().flatMap(file -> in(module, file)).toList();
  }

  private static Stream<Setting> in(String module, Path file) {
    if (!Sources.text(file).contains("@ConfigMapping")) {
      return Stream.empty();
    }
    List<Setting> found = new ArrayList<>();
    for (ClassOrInterfaceDeclaration type : parsed(file)) {
      annotation(type, "ConfigMapping")
          .ifPresent(mapping -> collect(module, value(mapping, "prefix"), type, found));
    }
    return found.stream();
  }

  private static List<ClassOrInterfaceDeclaration> parsed(Path file) {
    return StaticJavaParser.parse(Sources.text(file)).findAll(ClassOrInterfaceDeclaration.class);
  }

  private static void collect(
      String module, String prefix, ClassOrInterfaceDeclaration type, List<Setting> found) {
    for (MethodDeclaration method : type.getMethods()) {
      if (method.isDefault() || method.isStatic()) {
        continue;
      }
      String key = prefix + "." + name(method);
      Optional<ClassOrInterfaceDeclaration> group = group(type, method.getType());
      if (group.isPresent()) {
        collect(module, isMap(method.getType()) ? key + ".<name>" : key, group.get(), found);
      } else {
        found.add(
            new Setting(
                module,
                isMap(method.getType()) ? key + ".<name>" : key,
                annotation(method, "WithDefault").map(given -> value(given, "value")),
                meaning(method)));
      }
    }
  }

  /** The nested interface that a setting, or each value of a map of settings, is made of. */
  private static Optional<ClassOrInterfaceDeclaration> group(
      ClassOrInterfaceDeclaration owner, Type type) {
    Type last =
        type.toClassOrInterfaceType()
            .flatMap(ClassOrInterfaceType::getTypeArguments)
            .map(arguments -> (Type) arguments.get(arguments.size() - 1))
            .orElse(type);
    return owner.getMembers().stream()
        .flatMap(member -> member.toClassOrInterfaceDeclaration().stream())
        .filter(nested -> nested.isInterface() && nested.getNameAsString().equals(last.asString()))
        .findFirst();
  }

  private static boolean isMap(Type type) {
    return type.asString().startsWith("Map<");
  }

  private static String name(MethodDeclaration method) {
    return annotation(method, "WithName")
        .map(given -> value(given, "value"))
        .orElseGet(
            () ->
                method
                    .getNameAsString()
                    .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                    .toLowerCase(Locale.ROOT));
  }

  private static Optional<AnnotationExpr> annotation(NodeWithAnnotations<?> of, String name) {
    return of.getAnnotationByName(name);
  }

  private static String value(AnnotationExpr annotation, String member) {
    Expression value =
        annotation.isSingleMemberAnnotationExpr()
            ? annotation.asSingleMemberAnnotationExpr().getMemberValue()
            : annotation.asNormalAnnotationExpr().getPairs().stream()
                .filter(pair -> pair.getNameAsString().equals(member))
                .map(MemberValuePair::getValue)
                .findFirst()
                .orElseThrow();
    return value.isStringLiteralExpr() ? value.asStringLiteralExpr().asString() : value.toString();
  }

  private static String meaning(MethodDeclaration method) {
    return method
        .getJavadoc()
        .map(javadoc -> javadoc.getDescription().toText())
        .orElse("")
        .replaceAll("\\{@(?:code|link|literal) +([^}]*)}", "`$1`")
        .replaceAll("<[^>]+>", "")
        .replaceAll("\\s+", " ")
        .replace("|", "\\|")
        .strip();
  }
}
