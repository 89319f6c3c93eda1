"""One file, one class, one test for each page; pages never import pages."""
