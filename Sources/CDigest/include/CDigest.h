// SHA-256 from OpenSSL's libcrypto (Debian's libssl-dev), linked statically.
//
// The plain SHA256_* functions, although OpenSSL 3 calls them old: the newer interface loads providers and configuration
// files first, which costs milliseconds at start-up and makes a single-file program depend on files elsewhere.
#ifndef OC4IDS_CDIGEST_H
#define OC4IDS_CDIGEST_H

#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

static inline int oc4ids_sha256_begin(SHA256_CTX *context) { return SHA256_Init(context); }
static inline int oc4ids_sha256_add(SHA256_CTX *context, const void *bytes, size_t count) { return SHA256_Update(context, bytes, count); }
static inline int oc4ids_sha256_end(unsigned char *digest, SHA256_CTX *context) { return SHA256_Final(digest, context); }

#endif
