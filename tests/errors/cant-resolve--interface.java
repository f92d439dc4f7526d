class T implements Missing { }
