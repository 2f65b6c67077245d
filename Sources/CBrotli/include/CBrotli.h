// Brotli (https://github.com/google/brotli, MIT licence) as a Swift module, from Debian's libbrotli-dev, linked statically:
// its decoder. The encoder is for tests, which link it themselves.
#ifndef OC4IDS_CBROTLI_H
#define OC4IDS_CBROTLI_H

#include <brotli/decode.h>
#include <brotli/encode.h>

#endif
