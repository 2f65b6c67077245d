// libarchive (https://www.libarchive.org, BSD licence) and zlib (https://zlib.net) as a Swift module, from Debian's libarchive-dev and
// zlib1g-dev, linked statically. Zip archives are read by libarchive, gzip by zlib itself: libarchive's gzip filter does not look at
// the checksum behind the data, so that damage would pass for data.
#ifndef OC4IDS_CARCHIVE_H
#define OC4IDS_CARCHIVE_H

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <zlib.h>

// What Swift does not import: macros with casts and operators.
static inline int oc4ids_entry_is_file(struct archive_entry *entry) { return archive_entry_filetype(entry) == AE_IFREG; }
static inline locale_t oc4ids_utf8_locale(void) { return newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0); }

#endif
