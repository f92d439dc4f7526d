class T extends String { }
