// The least any program does that builds a tree of the document: simdjson reads the file and parses it, nothing else.
#include <cstdio>
#include <simdjson.h>

int main(int argc, char **argv) {
  if (argc != 2) {
    std::fputs("usage: parse-only FILE\n", stderr);
    return 64;
  }
  simdjson::dom::parser parser;
  simdjson::dom::element document;
  if (auto error = parser.load(argv[1]).get(document)) {
    std::fprintf(stderr, "%s: %s\n", argv[1], simdjson::error_message(error));
    return 2;
  }
  return 0;
}
