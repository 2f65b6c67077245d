// PCRE2 (https://www.pcre.org, BSD licence) as a Swift module: the 8-bit library from Debian's libpcre2-dev, linked
// statically. Regular expressions of schemas are matched by it, see Sources/JSONSchema/Regex.

#ifndef OC4IDS_CPCRE2_H
#define OC4IDS_CPCRE2_H

// Subjects and patterns are UTF-8. Functions keep their suffix in Swift (`pcre2_compile_8`): the names without
// it are macros, which are not imported. Constants are imported as they are.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#endif
