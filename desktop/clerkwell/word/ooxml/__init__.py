"""What writer and reader share: the package, namespaces, styles, content controls."""
