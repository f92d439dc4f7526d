class T extends Missing { }
