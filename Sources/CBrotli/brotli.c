// A C target needs a source file; all there is to say is in the header.
#include "CBrotli.h"
